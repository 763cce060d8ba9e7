using System.CommandLine;
using ParityNet.Parity.Workers;

namespace ParityNet.Cli.Options;

/// <summary>The options that limit a worker.</summary>
sealed class LimitOptions
{
    readonly Option<double> answer = Values.Number("--timeout", "The seconds that a worker may take for one answer.",
        new WorkerLimits().AnswerSeconds, seconds => seconds > 0 && double.IsFinite(seconds), "a number above 0");
    readonly Option<double> start = Values.Number("--start-timeout", "The seconds that a worker may take until it says what it can.",
        new WorkerLimits().StartSeconds, seconds => seconds > 0 && double.IsFinite(seconds), "a number above 0");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(answer);
        command.Options.Add(start);
    }

    /// <summary>The limits given.</summary>
    public WorkerLimits Read(ParseResult parsed) => new() { AnswerSeconds = parsed.GetValue(answer), StartSeconds = parsed.GetValue(start) };
}
