/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** Icons that the page has drawn already: each is drawn once and then referred to. */
    icons?: Set<string>;
  }
}
