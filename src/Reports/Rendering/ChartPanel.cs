using System.Text.Json.Nodes;

namespace ParityNet.Reports.Rendering;

/// <summary>One panel of a chart.</summary>
/// <param name="Title">Its title; empty for a single panel.</param>
/// <param name="Spec">The Vega-Lite specification.</param>
sealed record ChartPanel(string Title, JsonObject Spec);
