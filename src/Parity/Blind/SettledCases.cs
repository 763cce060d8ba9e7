using System.Collections.Concurrent;
using System.Globalization;

namespace ParityNet.Parity.Blind;

/// <summary>Cases that held, each with the bits that the backends gave: whoever gives the same bits is judged already.</summary>
/// <remarks>libtorch computes the same bits on most cases whatever its vector capability and threads are, and judging is what takes time.</remarks>
public sealed class SettledCases
{
    readonly ConcurrentDictionary<string, ulong> bits = new(StringComparer.Ordinal);

    /// <summary>Reads what <see cref="Save"/> wrote; nothing where there is no file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static SettledCases Load(string path)
    {
        var cases = new SettledCases();
        if (!File.Exists(path))
            return cases;
        foreach (string line in File.ReadLines(path))
        {
            if (line.Split(' ') is not [var hash, var name] || !ulong.TryParse(hash, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out ulong value))
                throw new InvalidDataException("a file of settled cases must have lines of 16 hexadecimal digits and a name: got another line.");
            cases.bits[name] = value;
        }
        return cases;
    }

    /// <summary>Writes a line a case.</summary>
    /// <param name="path">The file.</param>
    public void Save(string path) => File.WriteAllLines(path, bits.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Value:x16} {one.Key}"));

    /// <summary>Whether a case held when the backends gave these bits.</summary>
    internal bool Holds(string name, ulong hash) => bits.TryGetValue(name, out ulong before) && before == hash;

    internal void Settle(string name, ulong hash) => bits[name] = hash;
}
