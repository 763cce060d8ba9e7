using Spectre.Console;

namespace ParityNet.Cli.Output;

/// <summary>A progress bar, shown on a terminal only.</summary>
static class Bar
{
    /// <summary>Runs work with a progress bar.</summary>
    /// <param name="terminal">The terminal.</param>
    /// <param name="title">The title of the work.</param>
    /// <param name="total">The total amount of work.</param>
    /// <param name="work">The work, which reports the amount done and the last item.</param>
    public static T Show<T>(Terminal terminal, string title, double total, Func<Action<double, string>, T> work)
    {
        if (!terminal.ShowsProgress)
            return work((_, _) => { });
        return terminal.Progress.Progress().AutoClear(true).HideCompleted(false)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(),
                new RemainingTimeColumn())
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
