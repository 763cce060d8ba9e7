using System.CommandLine;
using System.Text;
using ParityNet.Parity;

namespace ParityNet.Cli.Commands;

/// <summary><c>eval</c>: JSON Lines in, JSON Lines out.</summary>
static class EvalCommand
{
    public static Command Create()
    {
        var command = new Command("eval", "Evaluates any op on any backend: reads one JSON object a line, writes one a line.") { Backends.One };
        command.SetAction(parsed =>
        {
            var session = new EvalSession(Backends.Get(parsed.GetRequiredValue(Backends.One)));
            using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
            while (input.ReadLine() is { } line)
                output.WriteLine(session.Answer(line));
        });
        return command;
    }
}
