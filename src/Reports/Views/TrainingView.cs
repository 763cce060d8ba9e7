using ParityNet.Reports.Rendering.Plots;
using ParityNet.Reports.Rendering.Sections;
using static ParityNet.Reports.Rendering.Markdown;

namespace ParityNet.Reports.Rendering;

/// <summary>Renders a training run as a page in HTML or Markdown.</summary>
public static class TrainingView
{
    /// <summary>Renders a run as one self-contained HTML file.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The text of the file.</returns>
    public static string Html(TrainingReport run) => Html(run, ChartLibrary.IsPresent);

    /// <summary>Renders a run as GitHub Markdown.</summary>
    /// <param name="run">The run.</param>
    /// <returns>The text of the file.</returns>
    public static string Markdown(TrainingReport run)
    {
        ArgumentNullException.ThrowIfNull(run);
        ChartTable losses = TrainingPlot.Losses(run).Numbers;
        ChartTable? distance = TrainingPlot.Distance(run)?.Numbers;
        return $"# Training {Cell(run.Title)}\n\n{Cell(Parted(run))}\n\n"
            + Table(["backend", "measure on the validation part", "value"], 2,
                run.Errors.Select(e => (string[])[Cell(e.Backend), Cell(e.Measure), NumberText.Real(e.Value)]))
            + Table(["what", "which"], 2, Facts(run).Select(f => (string[])[Cell(f.Name), Cell(f.Text)]))
            + Block("sh", run.Command)
            + "## Epochs\n\n"
            + Table([.. losses.Header, .. distance is null ? Array.Empty<string>() : [distance.Header[1]]], 0,
                losses.Rows.Select((row, i) => (string[])[.. row, .. distance is null ? Array.Empty<string>() : [distance.Rows[i][1]]]));
    }

    internal static string Html(TrainingReport run, bool withCharts)
    {
        ArgumentNullException.ThrowIfNull(run);
        Chart[] charts = TrainingPlot.Distance(run) is { } distance ? [TrainingPlot.Losses(run), distance] : [TrainingPlot.Losses(run)];
        Html body = Rendering.Html.Of($"""
            <header>
            <p class="kicker">ParityNet · training report</p>
            <h1>Training {run.Title}</h1>
            <p class="claim">{Parted(run)}</p>
            <dl class="tiles">{Rendering.Html.Each(run.Errors, e =>
                Rendering.Html.Of($"<div><dt>{e.Measure}, {e.Backend}</dt><dd>{NumberText.Real(e.Value)}</dd></div>\n"))}</dl>
            </header>
            <section>
            <h2>Curves</h2>
            {Rendering.Html.Each(charts, c => Page.Figure(c, withCharts))}
            </section>
            <section>
            <h2>Set-up</h2>
            <dl class="facts">{Rendering.Html.Each(Facts(run), f => Rendering.Html.Of($"<dt>{f.Name}</dt><dd>{f.Text}</dd>\n"))}</dl>
            <p>This command repeats the run:</p>
            <div class="command"><pre>{run.Command}</pre></div>
            </section>

            """);
        return Page.Of($"Training {run.Title} · ParityNet", charts, body, withCharts);
    }

    static IEnumerable<(string Name, string Text)> Facts(TrainingReport run) =>
        [.. run.Facts.Select(f => (f.Name, f.Text)), .. run.Backends.Select(b => (b.Name, EnvironmentSection.Backend(b)))];

    static string Parted(TrainingReport run)
    {
        string epochs = NumberText.Count(run.Epochs.Length, "epoch");
        if (run.Backends.Length < 2)
            return $"{epochs} on {run.Backends[0].Name} alone.";
        string names = $"{run.Backends[0].Name} and {run.Backends[1].Name}";
        return run.Epochs.Select(e => e.Parting).FirstOrDefault(p => p is not null) is { } parting
            ? $"{epochs} of {names} in lock-step from the same weights and batches. Their bits part at step {NumberText.Count(parting.Step)}, in " +
                $"epoch {NumberText.Count(parting.Epoch)}: "
                + $"{parting.Parameter}[{NumberText.Count(parting.Index)}] is {NumberText.Full(parting.First)} on {run.Backends[0].Name} and " +
                    $"{NumberText.Full(parting.Second)} on {run.Backends[1].Name}."
            : $"{epochs} of {names} in lock-step from the same weights and batches. Their weights have the same bits to the end.";
    }
}
