/* The style guide measures the colours that the reader's browser really shows: WCAG 2.2, relative luminance. */
(() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

  /** Whatever way a colour is written in, as three numbers from 0 to 1. */
  function channelsOf(token) {
    canvas.fillStyle = getComputedStyle(document.querySelector(`.swatch.of-${token}`)).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((channel) => channel / 255);
  }

  function luminanceOf(token) {
    const [red, green, blue] = channelsOf(token).map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function measure() {
    for (const cell of document.querySelectorAll("[data-contrast]")) {
      const [dark, light] = cell.dataset.contrast
        .split(" ")
        .map(luminanceOf)
        .sort((a, b) => a - b);
      const contrast = (light + 0.05) / (dark + 0.05);
      cell.textContent = `${(Math.floor(contrast * 10) / 10).toFixed(1)} : 1`;
      cell.classList.toggle("too-little", contrast < Number(cell.dataset.least ?? 0));
    }
  }

  measure();
  for (const question of ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"]) matchMedia(question).addEventListener("change", measure);
})();
