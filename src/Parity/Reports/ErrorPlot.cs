using System.Collections.Immutable;

namespace ParityNet.Parity.Reports;

/// <summary>The error of a function of one number against its input.</summary>
/// <param name="Op">PyTorch's name of the op.</param>
/// <param name="ElementType"><c>float32</c> or <c>float64</c>.</param>
/// <param name="Quantity"><c>value</c> or <c>grads.input</c>.</param>
/// <param name="Points">By backend and then by input; the worst of each small interval of inputs.</param>
public sealed record ErrorPlot(string Op, string ElementType, string Quantity, ImmutableArray<ErrorPoint> Points);
