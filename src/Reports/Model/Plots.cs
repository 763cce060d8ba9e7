using System.Collections.Immutable;

namespace ParityNet.Reports;

/// <summary>A picture: lines or bars over a common axis.</summary>
/// <param name="Id">A short name.</param>
/// <param name="Mark"><c>line</c>, <c>bar</c>, or <c>path</c> for points joined in their order.</param>
/// <param name="Title">The title.</param>
/// <param name="Caption">What to see in it.</param>
/// <param name="X">The label of the horizontal axis.</param>
/// <param name="Y">The label of the vertical axis.</param>
/// <param name="Series">The lines.</param>
public sealed record Figure(string Id, string Mark, string Title, string Caption, string X, string Y, ImmutableArray<Series> Series);

/// <summary>One line of a figure.</summary>
/// <param name="Name">The name in the legend.</param>
/// <param name="Backend">The backend that computed it; empty for a line that only guides the eye.</param>
/// <param name="Panel">The panel that it stands in; equal names share axes.</param>
/// <param name="X">Horizontal positions.</param>
/// <param name="Y">Vertical positions; as many.</param>
public sealed record Series(string Name, string Backend, string Panel, ImmutableArray<double> X, ImmutableArray<double> Y);

/// <summary>The error of a function of one number against its input.</summary>
/// <param name="Op">PyTorch's name of the op.</param>
/// <param name="ElementType"><c>float32</c> or <c>float64</c>.</param>
/// <param name="Quantity"><c>value</c> or <c>grads.input</c>.</param>
/// <param name="Points">By backend and then by input; the worst of each small interval of inputs.</param>
public sealed record ErrorPlot(string Op, string ElementType, string Quantity, ImmutableArray<ErrorPoint> Points);

/// <summary>The error at one input.</summary>
/// <param name="Backend">The backend.</param>
/// <param name="Input">The input.</param>
/// <param name="Ulps">The error in ULPs.</param>
public sealed record ErrorPoint(string Backend, double Input, double Ulps);

/// <summary>Elements by error in ULPs, in bins that double.</summary>
/// <param name="UpperEdges">The upper edge of each bin, included; the first bin is exactly 0, the last has no upper edge.</param>
/// <param name="Counts">One entry a backend.</param>
public sealed record HistogramReport(ImmutableArray<double> UpperEdges, ImmutableArray<HistogramCounts> Counts);

/// <summary>One backend's elements in each bin of a histogram.</summary>
/// <param name="Backend">The backend.</param>
/// <param name="Elements">One count a bin.</param>
public sealed record HistogramCounts(string Backend, ImmutableArray<long> Elements);
