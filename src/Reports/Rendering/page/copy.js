for (const pre of document.querySelectorAll('.command pre')) {
  if (!navigator.clipboard)
    break;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(pre.textContent);
    button.textContent = 'Copied';
  });
  pre.after(button);
}
