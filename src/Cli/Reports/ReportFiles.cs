using System.Collections.Immutable;
using System.CommandLine;
using ParityNet.Cli.Options;
using ParityNet.Parity;
using ParityNet.Reports;
using ParityNet.Reports.Rendering;

namespace ParityNet.Cli.Reports;

/// <summary>The files of a report, in the formats that a command names.</summary>
static class ReportFiles
{
    const string All = "all";

    static readonly ImmutableArray<string> Usual = ["json", "html", "md"];

    static ImmutableArray<string> Names => [.. ReportFormat.All.Select(format => format.Name)];

    /// <summary>The option that names formats.</summary>
    public static Option<string[]?> Option() => Values.List("--formats", "names",
        $"The formats, separated by commas: {string.Join(", ", Names)}, or {All}; by default {string.Join(',', Usual)}. JSON is always written.");

    /// <summary>The formats of given names.</summary>
    /// <param name="names">Names, or null for the usual ones.</param>
    /// <exception cref="UnknownNameException">No format has a name.</exception>
    public static ImmutableArray<ReportFormat> Formats(IReadOnlyList<string>? names)
    {
        IReadOnlyList<string> wanted = names is { Count: > 0 } ? names : Usual;
        if (wanted.FirstOrDefault(name => name != All && !Names.Contains(name)) is { } unknown)
            throw new UnknownNameException("--formats must be formats that there are", unknown, [.. Names, All]);
        return [.. ReportFormat.All.Where(format => format.Name == "json" || wanted.Contains(format.Name) || wanted.Contains(All))];
    }

    /// <summary>The name and text of each file.</summary>
    public static IEnumerable<(string Name, string Text)> Of(Report report, ImmutableArray<ReportFormat> formats) =>
        from format in formats from file in format.Files select (file.Name, file.Render(report));
}
