using System.CommandLine;
using System.Globalization;
using ParityNet.Cli.Exits;
using ParityNet.Parity;
using ParityNet.Reports;

namespace ParityNet.Cli.Options;

/// <summary>The option that makes a run one part of several.</summary>
static class Shards
{
    /// <summary>The option.</summary>
    public static Option<string> Option() =>
        Values.Text("--shard", "i/n", "Run the i-th of n parts only, and write part-i-of-n.json; merge puts the parts together.", "");

    /// <summary>The part that a text names; null where it names none.</summary>
    /// <exception cref="UsageException">It is not of the form i/n.</exception>
    public static Shard? Of(string text)
    {
        if (text.Length == 0)
            return null;
        return text.Split('/') is [var left, var right] && Number(left) is { } index && Number(right) is { } count && index <= count
            ? new Shard(index, count)
            : throw new UsageException($"--shard must be of the form i/n: expected whole numbers with 1 ≤ i ≤ n, got {Echo.Of(text)}.");
    }

    static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0 ? number : null;
}
