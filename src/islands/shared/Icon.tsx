import bookmark from 'lucide-static/icons/bookmark.svg?raw';
import bot from 'lucide-static/icons/bot.svg?raw';
import box from 'lucide-static/icons/box.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import chevron from 'lucide-static/icons/chevron-down.svg?raw';
import alert from 'lucide-static/icons/circle-alert.svg?raw';
import copy from 'lucide-static/icons/copy.svg?raw';
import fileText from 'lucide-static/icons/file-text.svg?raw';
import flag from 'lucide-static/icons/flag.svg?raw';
import branch from 'lucide-static/icons/git-branch.svg?raw';
import info from 'lucide-static/icons/info.svg?raw';
import keyboard from 'lucide-static/icons/keyboard.svg?raw';
import grid from 'lucide-static/icons/layout-grid.svg?raw';
import pause from 'lucide-static/icons/pause.svg?raw';
import play from 'lucide-static/icons/play.svg?raw';
import redo from 'lucide-static/icons/redo-2.svg?raw';
import reset from 'lucide-static/icons/rotate-ccw.svg?raw';
import share from 'lucide-static/icons/share-2.svg?raw';
import ship from 'lucide-static/icons/ship-wheel.svg?raw';
import back from 'lucide-static/icons/step-back.svg?raw';
import forward from 'lucide-static/icons/step-forward.svg?raw';
import syringe from 'lucide-static/icons/syringe.svg?raw';
import triangle from 'lucide-static/icons/triangle-alert.svg?raw';
import truck from 'lucide-static/icons/truck.svg?raw';
import undo from 'lucide-static/icons/undo-2.svg?raw';
import user from 'lucide-static/icons/user-round.svg?raw';
import vault from 'lucide-static/icons/vault.svg?raw';
import cross from 'lucide-static/icons/x.svg?raw';
import zap from 'lucide-static/icons/zap.svg?raw';

const sources = {
  truck,
  'share-2': share,
  'file-text': fileText,
  keyboard,
  zap,
  'undo-2': undo,
  'redo-2': redo,
  'git-branch': branch,
  copy,
  'chevron-down': chevron,
  bookmark,
  bot,
  box,
  check,
  'circle-alert': alert,
  flag,
  grid,
  info,
  pause,
  play,
  'rotate-ccw': reset,
  'ship-wheel': ship,
  'step-back': back,
  'step-forward': forward,
  syringe,
  'triangle-alert': triangle,
  'user-round': user,
  vault,
  x: cross,
};

export type IconName = keyof typeof sources;

const inside = (svg: string): string => svg.replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '');

/** One icon of Lucide. It is decoration beside a word and hidden from screen readers. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg
    className="icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    dangerouslySetInnerHTML={{ __html: inside(sources[name]) }}
  />
);
