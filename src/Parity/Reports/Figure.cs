using System.Collections.Immutable;

namespace ParityNet.Parity.Reports;

/// <summary>A picture: lines or bars over a common axis.</summary>
/// <param name="Id">A short name.</param>
/// <param name="Mark"><c>line</c>, <c>bar</c>, or <c>path</c> for points joined in their order.</param>
/// <param name="Title">The title.</param>
/// <param name="Caption">What to see in it.</param>
/// <param name="X">The label of the horizontal axis.</param>
/// <param name="Y">The label of the vertical axis.</param>
/// <param name="Series">The lines.</param>
public sealed record Figure(string Id, string Mark, string Title, string Caption, string X, string Y, ImmutableArray<Series> Series);
