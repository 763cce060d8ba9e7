using System.Text.Json.Nodes;

namespace ParityNet.Reports.Rendering;

/// <summary>Renders the outcome of a report as a badge: the JSON that the endpoint badge of Shields reads.</summary>
/// <remarks><see href="https://shields.io/badges/endpoint-badge">Endpoint badge</see>.</remarks>
public static class BadgeView
{
    /// <summary>Renders a report.</summary>
    /// <param name="report">The report.</param>
    /// <returns>JSON that ends in a line feed.</returns>
    public static string Render(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        ReportSummary sum = report.Summary;
        string state = sum.Agrees ? "" : sum.Unexplained > 0 ? $"{NumberText.Count(sum.Unexplained)} unexplained, " : "does not agree, ";
        return new JsonObject
        {
            ["schemaVersion"] = 1,
            ["label"] = report.Setup.Backends.Length > 1 ? $"parity with {report.Setup.Backends[1]}" : "accuracy",
            ["message"] = $"{state}{NumberText.Count(report.Setup.Ops.Length, "op")}, {NumberText.Count(sum.Cases, "case")}"
                + (report.Complete ? "" : ", partial"),
            ["color"] = !sum.Agrees ? "red" : report.Complete ? "brightgreen" : "yellow",
        }.ToJsonString() + "\n";
    }
}
