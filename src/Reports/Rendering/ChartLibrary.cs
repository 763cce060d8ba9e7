using System.Reflection;
using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Reports.Rendering;

/// <summary>The chart library, embedded where the build could fetch it.</summary>
static class ChartLibrary
{
    static readonly string[] Files = ["vega.min.js", "vega-lite.min.js", "vega-embed.min.js"];
    static readonly Assembly Here = typeof(ChartLibrary).Assembly;

    public static bool IsPresent { get; } = Files.All(f => Here.GetManifestResourceInfo("charts/" + f) is not null);

    /// <summary>The library's scripts, each with its licence, in order of dependency.</summary>
    public static Html Scripts => Html.Each(Files, file =>
    {
        string name = file[..^".min.js".Length];
        return new Html(
            $"<script>\n/*!\n{name}: " +
            $"{Read($"charts/{name}.LICENSE").Replace("*/", "* /", StringComparison.Ordinal).Trim()}\n*/\n" +
            $"{Script(Read("charts/" + file))}\n</script>\n");
    });

    public static string Read(string resource)
    {
        using Stream stream = Here.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly must hold its page: expected the resource {resource}, got none.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>A script safe to embed: the two sequences that would end its element are escaped.</summary>
    public static string Script(string code) => string.Join('\n', code
        .Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)
        .Replace("<!--", "<\\!--", StringComparison.Ordinal)
        .Split('\n').Where(line => !line.StartsWith("//# sourceMappingURL", StringComparison.Ordinal)));
}
