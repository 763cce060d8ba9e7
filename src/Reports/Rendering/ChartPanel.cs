using System.Text.Json.Nodes;

namespace ParityNet.Reports.Rendering;

/// <summary>One part of a chart.</summary>
/// <param name="Title">What sets it apart; empty for the only one.</param>
/// <param name="Spec">Vega-Lite.</param>
sealed record ChartPanel(string Title, JsonObject Spec);
