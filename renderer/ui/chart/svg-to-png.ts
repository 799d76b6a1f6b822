/** Paints a drawn SVG on `ground` at twice its size, sharp enough to print. */
export async function svgToPng(svg: SVGSVGElement, ground: string): Promise<Blob> {
  const scale = 2;
  const { width, height } = svg.getBoundingClientRect();
  // From the element and not as ECharts' own text: that leaves the quotes of font names as they are, which is no XML.
  const text = new XMLSerializer().serializeToString(svg);
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * scale;
  canvas.height = height * scale;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('No drawing context.');
  pen.fillStyle = ground;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('No picture.'))), 'image/png');
  });
}
