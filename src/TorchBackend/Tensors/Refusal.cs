using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace ParityNet.Torch;

/// <summary>Says in one sentence what libtorch refused: its own messages go on with a C++ stack, addresses and paths.</summary>
static partial class Refusal
{
    /// <summary>Computes, and passes on a refusal as its first sentence.</summary>
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
            // Without the inner one, whose text would bring the stack back.
            throw new InvalidOperationException($"libtorch refuses: {Sentence(refusal.Message)}");
        }
    }

    /// <summary>The first sentence of a message, without positions in files and memory.</summary>
    public static string Sentence(string message)
    {
        string line = message.Split('\n', 2)[0];
        string plain = Position.Replace(End.Split(line, 2)[0], "").Trim();
        return plain.EndsWith('.') ? plain : $"{plain}.";
    }

    [GeneratedRegex(@"(?<=\.)\s")]
    static partial Regex End { get; }

    // In words such as: INTERNAL ASSERT FAILED at "/pytorch/aten/src/ATen/x.cpp":12, please report a bug.
    [GeneratedRegex(@"\s*(at\s+)?""[^""]*[/\\][^""]*""(:\d+)?|\s*(at\s+)?(/[\w.+-]+){2,}(:\d+)?|\s*\b0x[0-9a-fA-F]{5,}\b")]
    static partial Regex Position { get; }
}
