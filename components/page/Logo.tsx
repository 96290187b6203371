/** `public/icon/icon.svg`, inlined: as an image it would delay the first frame. */
export function Logo() {
  return (
    <svg class="logo" viewBox="0 0 32 32" aria-hidden="true">
      <path
        d="M8 1.5h16a6.5 6.5 0 0 1 6.5 6.5v10a6.5 6.5 0 0 1-6.5 6.5h-7.5l-6.3 5.6c-.9.8-2.2.2-2.2-1v-4.6a6.5 6.5 0 0 1-6.5-6.5v-10a6.5 6.5 0 0 1 6.5-6.5z"
        fill="#108590"
      />
      <path
        d="M10 19v-2M16 19v-6M22 19V8"
        fill="none"
        stroke="#fff"
        stroke-width="4"
        stroke-linecap="round"
      />
    </svg>
  );
}
