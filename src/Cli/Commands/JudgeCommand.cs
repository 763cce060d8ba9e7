using System.CommandLine;
using ParityNet.Cli.Exits;
using ParityNet.Parity;
using ParityNet.Parity.Workers;

namespace ParityNet.Cli.Commands;

/// <summary><c>judge</c>: judges requests with their answers in JSON Lines.</summary>
static class JudgeCommand
{
    public static Command Create()
    {
        var command = new Command("judge",
            "Judges answers that were computed elsewhere: reads {\"request\": …, \"answer\": …} and writes a verdict, one JSON object per line.");
        command.SetAction(_ =>
        {
            using Stream input = Console.OpenStandardInput(), output = Console.OpenStandardOutput();
            return Run(input, output);
        });
        return command;
    }

    /// <summary>Judges every line of a stream.</summary>
    /// <param name="input">Pairs in UTF-8, separated by line feeds.</param>
    /// <param name="output">Receives one verdict per line, flushed at once.</param>
    /// <returns>The exit code: 1 where an answer is outside, missing or cannot be read.</returns>
    public static int Run(Stream input, Stream output)
    {
        var judge = new AnswerJudge();
        var lines = new LineReader(input);
        while (lines.TryRead(out ReadOnlyMemory<byte> line))
        {
            output.Write([.. (lines.IsTooLong ? EvalSession.TooLong(LineReader.Most) : judge.Judge(line)).Span, (byte)'\n']);
            output.Flush();
        }
        return judge.Holds ? ExitCode.Done : ExitCode.Disagreement;
    }
}
