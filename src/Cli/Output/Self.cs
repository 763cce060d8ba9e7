using System.Diagnostics;

namespace ParityNet.Cli.Output;

/// <summary>This program, to be started again.</summary>
static class Self
{
    const string Tool = "paritynet";

    /// <summary>The program and the arguments that stand before those of a command.</summary>
    public static IReadOnlyList<string> Words { get; } = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == Tool
        ? [Environment.ProcessPath!] : ["dotnet", Path.Combine(AppContext.BaseDirectory, $"{Tool}.dll")];

    /// <summary>A process of this program.</summary>
    public static ProcessStartInfo With(IEnumerable<string> arguments) => new(Words[0], Words.Skip(1).Concat(arguments));
}
