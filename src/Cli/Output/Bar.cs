using Spectre.Console;

namespace ParityNet.Cli.Output;

/// <summary>A progress bar where somebody sees it.</summary>
static class Bar
{
    /// <summary>Does work with a bar above the prompt.</summary>
    /// <param name="terminal">Where to show it.</param>
    /// <param name="title">What is done.</param>
    /// <param name="total">How much there is to do.</param>
    /// <param name="work">The work; it tells how much is done, and what was done last.</param>
    public static T Show<T>(Terminal terminal, string title, double total, Func<Action<double, string>, T> work)
    {
        if (!terminal.ShowsProgress)
            return work((_, _) => { });
        return terminal.Progress.Progress().AutoClear(true).HideCompleted(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(title), maxValue: total);
                return work((done, last) =>
                {
                    task.Value = done;
                    task.Description = Markup.Escape(last.Length == 0 ? title : $"{title}: {last}");
                });
            });
    }
}
