using System.CommandLine;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Options;
using ParityNet.Cli.Output;
using ParityNet.Parity;

namespace ParityNet.Cli.Commands;

/// <summary><c>eval</c>: answers requests in JSON Lines.</summary>
static class EvalCommand
{
    public static Command Create()
    {
        Option<string> backend = Backends.One();
        Option<long> operations = Values.Whole("--max-operations",
            "The most element operations of a request, counted from its shapes; a thousand million are about a second.", EvalBudget.UsualOperations,
                1L);
        Option<long> bytes = Values.Whole("--max-bytes", "The most bytes of a request's tensors.", EvalBudget.UsualBytes, 1L);
        var command = new Command("eval", "Evaluates any op on any backend: reads and writes one JSON object per line.")
        {
            backend, operations, bytes,
        };
        command.SetAction(parsed =>
        {
            var session = new EvalSession(Backends.Get(parsed.GetRequiredValue(backend)),
                new EvalBudget(parsed.GetRequiredValue(operations), parsed.GetRequiredValue(bytes)));
            using Stream input = Console.OpenStandardInput(), output = Console.OpenStandardOutput();
            Run(session, input, output);
        });
        return command;
    }

    /// <summary>Answers every line of a stream.</summary>
    /// <param name="session">The session that answers.</param>
    /// <param name="input">Requests in UTF-8, separated by line feeds.</param>
    /// <param name="output">Receives one line per request, flushed at once.</param>
    public static void Run(EvalSession session, Stream input, Stream output)
    {
        var lines = new LineReader(input);
        while (lines.TryRead(out ReadOnlyMemory<byte> line))
        {
            // One write per line, so that a reader never waits for the rest of an answer.
            byte[] answer = [.. (lines.IsTooLong ? EvalSession.TooLong(LineReader.Most) : session.Answer(line)).Span, (byte)'\n'];
            Interruption.Whole(() =>
            {
                output.Write(answer);
                output.Flush();
            });
        }
    }
}
