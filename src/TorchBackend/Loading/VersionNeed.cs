using System.Buffers.Binary;
using System.Text;

namespace ParityNet.Torch.Loading;

/// <summary>
/// Marks one version that a shared library requires as weak, so that the loader continues where the system's library lacks it.
/// </summary>
/// <remarks>
/// ELF, 64 bits, little-endian; the GNU symbol versions of the Linux Standard Base, 10.7. GCC 13 and later mention
/// <c>std::ios_base_library_init</c> in every file that includes <c>&lt;iostream&gt;</c> and never call it, so that a library asks for
/// <c>GLIBCXX_3.4.32</c> and can do without it. Only that is safe: the version is marked where it belongs to that symbol alone and no
/// relocation refers to the symbol.
/// </remarks>
static class VersionNeed
{
    public const string Version = "GLIBCXX_3.4.32";

    const string Symbol = "_ZSt21ios_base_library_initv";
    const ushort Weak = 2;

    const uint Rela = 4, Rel = 9, DynamicSymbols = 11, SymbolVersions = 0x6fffffff, NeededVersions = 0x6ffffffe;

    /// <summary>A copy of a library in which the requirement is weak; null where that is not safe or does not apply.</summary>
    /// <param name="library">The bytes of the library.</param>
    public static byte[]? Weakened(byte[] library)
    {
        try
        {
            return WeakenedOf(library);
        }
        catch (Exception malformed) when (malformed is ArgumentOutOfRangeException or IndexOutOfRangeException or OverflowException)
        {
            // A table points beyond the end of the file.
            return null;
        }
    }

    static byte[]? WeakenedOf(byte[] library)
    {
        // The magic number, 64 bits, little-endian.
        if (!library.AsSpan().StartsWith("\u007fELF\u0002\u0001"u8))
            return null;
        Section[] sections = SectionsOf(library);
        if (Find(sections, NeededVersions) is not { } needs || Find(sections, DynamicSymbols) is not { } symbols
            || Find(sections, SymbolVersions) is not { } versions)
            return null;
        if (FlagsOf(library, needs, sections[needs.Link].Offset) is not { } need)
            return null;
        ReadOnlySpan<byte> names = library.AsSpan(sections[symbols.Link].Offset);
        for (int i = 0; i < symbols.Size / 24; i++)
        {
            bool carries = (U16(library, versions.Offset + 2 * i) & 0x7fff) == need.Index;
            if (carries && (TextAt(names, Offset(library, symbols.Offset + 24 * i)) != Symbol || IsRelocated(library, sections, i)))
                return null;
        }

        byte[] copy = [.. library];
        BinaryPrimitives.WriteUInt16LittleEndian(copy.AsSpan(need.FlagsAt), (ushort)(U16(library, need.FlagsAt) | Weak));
        return copy;
    }

    static Section[] SectionsOf(byte[] library)
    {
        int table = Int(library, 0x28), size = U16(library, 0x3a), count = U16(library, 0x3c);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(checked(table + size * count), library.Length);
        return [.. Enumerable.Range(0, count).Select(i => table + i * size).Select(at =>
            new Section(U32(library, at + 4), Int(library, at + 0x18), Int(library, at + 0x20), Offset(library, at + 0x28)))];
    }

    static Section? Find(Section[] sections, uint type) => sections.FirstOrDefault(section => section.Type == type);

    // The offset of the version's flags, and the index by which symbols refer to it.
    static (int FlagsAt, int Index)? FlagsOf(byte[] library, Section needs, int names)
    {
        int file = needs.Offset;
        while (true)
        {
            int version = file + Offset(library, file + 8);
            for (int left = U16(library, file + 2); left > 0; left--)
            {
                if (TextAt(library.AsSpan(names), Offset(library, version + 8)) == Version)
                    return (version + 4, U16(library, version + 6) & 0x7fff);
                version += Offset(library, version + 12);
            }

            int next = Offset(library, file + 12);
            if (next == 0)
                return null;
            file += next;
        }
    }

    // The symbol is the upper half of a relocation's second word.
    static bool IsRelocated(byte[] library, Section[] sections, int symbol)
    {
        return sections.Any(section => section.Type switch { Rela => Names(section, entry: 24), Rel => Names(section, entry: 16), _ => false });

        bool Names(Section section, int entry) =>
            Enumerable.Range(0, section.Size / entry).Any(i => U32(library, section.Offset + entry * i + 12) == symbol);
    }

    static string TextAt(ReadOnlySpan<byte> names, int at)
    {
        ReadOnlySpan<byte> rest = names[at..];
        return Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)0)]);
    }

    static ushort U16(byte[] bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    static uint U32(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    static int Offset(byte[] bytes, int at) => checked((int)U32(bytes, at));

    static int Int(byte[] bytes, int at) => checked((int)BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at)));

    sealed record Section(uint Type, int Offset, int Size, int Link);
}
