using ParityNet.Cli.Output;
using ParityNet.Reports;
using ParityNet.Reports.Rendering;

namespace ParityNet.Cli.Reports;

/// <summary>Tells a workflow of GitHub the outcome: annotations, the summary of the step, and its outputs.</summary>
static class GitHub
{
    /// <summary>Writes annotations to the error output, and appends to the files that the workflow names.</summary>
    public static void Tell(Report report, IReadOnlyList<string> files, Terminal terminal)
    {
        // The runner reads both outputs; the other one may hold the JSON.
        terminal.Error.Write(GitHubView.Annotations(report));
        Append("GITHUB_STEP_SUMMARY", MarkdownView.Render(report));
        Append("GITHUB_OUTPUT", $"agrees={(report.Summary.Agrees ? "true" : "false")}\nsha256={ReportJson.Hash(report)}\n"
            + $"folder={Path.GetDirectoryName(files[0])}\n");
    }

    static void Append(string variable, string text)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } file)
            File.AppendAllText(file, text);
    }
}
