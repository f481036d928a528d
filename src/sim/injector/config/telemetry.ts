import { type Json, sortedKeys } from '../../go/json-write.ts';
import type { Agent } from '../agent/agent.ts';
import { Sourced } from '../agent/sourced.ts';
import { Refusal } from '../go/refusal.ts';
import type { Tree } from '../patch/tree.ts';
import { decode } from '../types/decode.ts';
import { encode } from '../types/encode.ts';

/**
 * The telemetry stanza. One parameter of the wrong type, and there is none.
 * vault-k8s: agent-inject/agent/config.go `newTelemetryConfig`
 */
export const telemetry = ({ telemetry }: Agent): Tree => {
  const names = Object.keys(telemetry);
  if (names.length === 0) return undefined;
  try {
    const values = sortedKeys(Object.fromEntries(names.map((name) => [name, telemetry[name]?.value])));
    const stanza = encode('agent.Telemetry', decode('agent.Telemetry', values));
    const sources = new Map(names.map((name) => [name.toLowerCase(), telemetry[name]?.from ?? []]));
    return Object.fromEntries(
      Object.entries(stanza).map(([name, value]) => [name, new Sourced<Json>(value, sources.get(name) ?? [])]),
    );
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
};
