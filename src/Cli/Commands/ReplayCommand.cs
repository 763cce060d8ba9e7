using System.CommandLine;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Options;
using ParityNet.Cli.Output;
using ParityNet.Cli.Replays;
using ParityNet.Parity.Known;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Cli.Commands;

/// <summary><c>replay</c>: reruns one saved case.</summary>
static class ReplayCommand
{
    public static Command Create(Terminal terminal)
    {
        var given = new Argument<string>("case") { Description = "A file with a case, or the case itself: a request of the eval protocol." };
        Option<string[]?> backends = Backends.Several();
        Option<bool> json = Values.Flag("--json", "Write JSON instead of a table.");
        var command = new Command("replay", "Reruns one saved case on all backends and judges every element.") { given, backends, json };
        command.SetAction(parsed =>
        {
            string text = SavedCase.Text(parsed.GetRequiredValue(given));
            IReadOnlyList<IBackend> chosen = Backends.Get(parsed.GetValue(backends));
            var judge = new Judge(chosen[0], chosen.Count > 1 ? chosen[1] : null, KnownDifferences.All);
            Replay[] replays = [.. SavedCase.Read(text, chosen[0]).Select(about => Replay.Of(about, judge))];
            if (parsed.GetValue(json))
                terminal.Output.Write(ReplayView.Json(replays, chosen));
            else
                ReplayView.Write(replays, chosen, terminal);
            return replays.All(replay => replay.Judgement.Holds) ? ExitCode.Done : ExitCode.Disagreement;
        });
        return command;
    }
}
