using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace ParityNet.Torch;

/// <summary>Reduces an error of libtorch to one sentence: its own messages continue with a C++ stack trace, addresses and paths.</summary>
static partial class Refusal
{
    /// <summary>Runs a call; an error of libtorch is rethrown with its first sentence only.</summary>
    /// <param name="compute">The call.</param>
    /// <exception cref="InvalidOperationException">libtorch refused.</exception>
    public static TResult Named<TResult>(Func<TResult> compute)
    {
        try
        {
            return compute();
        }
        catch (ExternalException refusal)
        {
            // Without the inner exception, whose text contains the stack trace.
            throw new InvalidOperationException($"libtorch refuses: {Sentence(refusal.Message)}");
        }
    }

    /// <summary>The first sentence of a message, without file paths and addresses.</summary>
    public static string Sentence(string message)
    {
        string line = message.Split('\n', 2)[0];
        string plain = Position.Replace(End.Split(line, 2)[0], "").Trim();
        return plain.EndsWith('.') ? plain : $"{plain}.";
    }

    [GeneratedRegex(@"(?<=\.)\s")]
    static partial Regex End { get; }

    // For example: INTERNAL ASSERT FAILED at "/pytorch/aten/src/ATen/x.cpp":12, please report a bug.
    [GeneratedRegex(@"\s*(at\s+)?""[^""]*[/\\][^""]*""(:\d+)?|\s*(at\s+)?(/[\w.+-]+){2,}(:\d+)?|\s*\b0x[0-9a-fA-F]{5,}\b")]
    static partial Regex Position { get; }
}
