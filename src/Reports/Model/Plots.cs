using System.Collections.Immutable;

namespace ParityNet.Reports;

/// <summary>A figure: lines or bars over a common axis.</summary>
/// <param name="Id">A short name.</param>
/// <param name="Mark"><c>line</c>, <c>bar</c>, or <c>path</c> for points connected in their order.</param>
/// <param name="Title">The title.</param>
/// <param name="Caption">What to see in it.</param>
/// <param name="X">The label of the horizontal axis.</param>
/// <param name="Y">The label of the vertical axis.</param>
/// <param name="Series">The lines or bars.</param>
public sealed record Figure(string Id, string Mark, string Title, string Caption, string X, string Y, ImmutableArray<Series> Series);

/// <summary>One line of a figure.</summary>
/// <param name="Name">The name in the legend.</param>
/// <param name="Backend">The backend that computed it; empty for a guide line.</param>
/// <param name="Panel">The panel of the line; lines of one panel share axes.</param>
/// <param name="X">Horizontal positions.</param>
/// <param name="Y">Vertical positions, as many.</param>
public sealed record Series(string Name, string Backend, string Panel, ImmutableArray<double> X, ImmutableArray<double> Y);

/// <summary>The error of a scalar function against its input.</summary>
/// <param name="Op">PyTorch's name of the op.</param>
/// <param name="ElementType"><c>float32</c> or <c>float64</c>.</param>
/// <param name="Quantity"><c>value</c> or <c>grads.input</c>.</param>
/// <param name="Points">The worst point of each small interval of inputs, by backend and then by input.</param>
public sealed record ErrorPlot(string Op, string ElementType, string Quantity, ImmutableArray<ErrorPoint> Points);

/// <summary>The error at one input.</summary>
/// <param name="Backend">The backend.</param>
/// <param name="Input">The input.</param>
/// <param name="Ulps">The error in ULPs.</param>
public sealed record ErrorPoint(string Backend, double Input, double Ulps);

/// <summary>The histogram of errors in ULPs, with bins whose width doubles.</summary>
/// <param name="UpperEdges">The inclusive upper edge of each bin; the first bin is exactly 0, the last has no upper edge.</param>
/// <param name="Counts">One entry per backend.</param>
public sealed record HistogramReport(ImmutableArray<double> UpperEdges, ImmutableArray<HistogramCounts> Counts);

/// <summary>The counts of one backend in a histogram.</summary>
/// <param name="Backend">The backend.</param>
/// <param name="Elements">The number of elements per bin.</param>
public sealed record HistogramCounts(string Backend, ImmutableArray<long> Elements);
