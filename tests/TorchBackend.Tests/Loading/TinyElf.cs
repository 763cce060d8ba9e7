using System.Buffers.Binary;
using System.Text;

namespace ParityNet.TorchTests.Loading;

/// <summary>Writes shared libraries that have nothing but names, symbols, the versions they need and relocations.</summary>
static class TinyElf
{
    public const string Symbol = "_ZSt21ios_base_library_initv", Version = "GLIBCXX_3.4.32";

    const int Header = 64;

    /// <summary>The bytes of a library.</summary>
    /// <param name="versions">The versions that it needs of one other library; the first has the index 2.</param>
    /// <param name="symbols">Its symbols, each with the index of its version; the first has the number 1.</param>
    /// <param name="relocated">The numbers of the symbols that relocations name.</param>
    /// <param name="relocations">The type of the section of relocations: 4 with addends, 9 without.</param>
    public static byte[] Library(string[] versions, (string Name, int Version)[] symbols, int[] relocated, uint relocations = 4)
    {
        List<byte> names = [0];
        int file = Named("libstdc++.so.6");
        byte[][] tables =
        [
            [],
            [],
            [.. Symbols().SelectMany(entry => entry)],
            [.. symbols.Prepend(("", 0)).SelectMany(symbol => U16(symbol.Item2))],
            [.. Needs()],
            [.. relocated.SelectMany(number => (byte[])[.. U64(0), .. U64(((ulong)number << 32) | 6), .. relocations == 4 ? U64(0) : []])],
        ];
        tables[1] = [.. names];
        uint[] types = [0, 3, 11, 0x6fffffff, 0x6ffffffe, relocations], links = [0, 0, 1, 2, 1, 2];

        var library = new List<byte>(new byte[Header]);
        var sections = new List<byte>();
        for (int i = 0; i < tables.Length; i++)
        {
            sections.AddRange([.. U32(0), .. U32(types[i]), .. U64(0), .. U64(0), .. U64((ulong)library.Count), .. U64((ulong)tables[i].Length), .. U32(links[i]), .. U32(0), .. U64(1), .. U64(0)]);
            library.AddRange(tables[i]);
        }
        byte[] bytes = [.. library, .. sections];
        "\u007fELF\u0002\u0001\u0001"u8.CopyTo(bytes);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(0x28), (ulong)library.Count);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(0x3a), 64);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(0x3c), (ushort)tables.Length);
        return bytes;

        int Named(string name)
        {
            int at = names.Count;
            names.AddRange([.. Encoding.ASCII.GetBytes(name), 0]);
            return at;
        }

        IEnumerable<byte[]> Symbols() => symbols.Select(symbol => (byte[])[.. U32((uint)Named(symbol.Name)), .. new byte[20]]).Prepend(new byte[24]);

        byte[] Needs() =>
        [
            .. U16(1), .. U16(versions.Length), .. U32((uint)file), .. U32(16), .. U32(0),
            .. versions.Index().SelectMany(version => (byte[])
            [
                .. U32(0), .. U16(0), .. U16(version.Index + 2), .. U32((uint)Named(version.Item)), .. U32(version.Index + 1 < versions.Length ? 16u : 0),
            ]),
        ];
    }

    static byte[] U16(int number) => BitConverter.GetBytes((ushort)number);

    static byte[] U32(uint number) => BitConverter.GetBytes(number);

    static byte[] U64(ulong number) => BitConverter.GetBytes(number);
}
