// Stands in for MathJax, which Voila always asks for and would load from another host: the page sets no formulas.
window.MathJax = {
  Hub: { Config() {}, Configured() {}, Queue() {}, Register: { StartupHook() {} } },
  Ajax: {},
};
