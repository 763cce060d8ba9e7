using System.Collections.Concurrent;
using System.Globalization;

namespace ParityNet.Parity.Blind;

/// <summary>Cases that hold, each with a hash of the backends' bits: a run with the same bits needs no judging.</summary>
/// <remarks>On most cases libtorch computes the same bits with every CPU capability and thread count, and judging takes most of the
/// time.</remarks>
sealed class SettledCases
{
    readonly ConcurrentDictionary<string, ulong> bits = new(StringComparer.Ordinal);

    /// <summary>Reads a file written by <see cref="Save"/>; empty where the file does not exist.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file has another format.</exception>
    public static SettledCases Load(string path)
    {
        var cases = new SettledCases();
        if (!File.Exists(path))
            return cases;
        foreach (string line in File.ReadLines(path))
        {
            if (line.Split(' ') is not [var hash, var name]
                || !ulong.TryParse(hash, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out ulong value))
                throw new InvalidDataException("a file of settled cases must have lines of 16 hexadecimal digits and a name: got another line.");
            cases.bits[name] = value;
        }
        return cases;
    }

    /// <summary>Writes one line per case.</summary>
    /// <param name="path">The file.</param>
    public void Save(string path) =>
        File.WriteAllLines(path, bits.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Value:x16} {one.Key}"));

    /// <summary>Whether a case is on record as holding with these bits.</summary>
    internal bool Holds(string name, ulong hash) => bits.TryGetValue(name, out ulong before) && before == hash;

    internal void Settle(string name, ulong hash) => bits[name] = hash;
}
