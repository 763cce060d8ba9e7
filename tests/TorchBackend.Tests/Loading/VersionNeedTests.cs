using ParityNet.Torch.Loading;

namespace ParityNet.TorchTests.Loading;

public class VersionNeedTests
{
    const int Other = 2, Ours = 3;

    static readonly string[] Needed = ["GLIBCXX_3.4.30", TinyElf.Version];

    static byte[] Good => TinyElf.Library(Needed, [("memcpy", Other), (TinyElf.Symbol, Ours)], relocated: [1]);

    [Fact]
    public void Need_becomes_weak_and_nothing_else_changes()
    {
        byte[] library = Good;
        byte[]? weakened = VersionNeed.Weakened(library);

        Assert.NotNull(weakened);
        Assert.Equal(2, Assert.Single(Changes(library, weakened)));
        Assert.Equal(Good, library);
        Assert.Equal(weakened, VersionNeed.Weakened(weakened));
    }

    [Fact]
    public void Need_of_the_package_becomes_weak_and_nothing_else_changes()
    {
        byte[] library = File.ReadAllBytes(Natives.Binding());
        byte[]? weakened = VersionNeed.Weakened(library);

        Assert.NotNull(weakened);
        Assert.Equal(2, Assert.Single(Changes(library, weakened)));
    }

    [Fact]
    public void Version_that_another_symbol_carries_too_stays_as_it_is()
    {
        Assert.Null(VersionNeed.Weakened(TinyElf.Library(Needed, [("_ZNSt6vectorIiE4pushEv", Ours), (TinyElf.Symbol, Ours)], relocated: [])));
        Assert.Null(VersionNeed.Weakened(TinyElf.Library(Needed, [(TinyElf.Symbol, Ours), ("_ZNSt6vectorIiE4pushEv", Ours)], relocated: [])));
    }

    [Fact]
    public void Hidden_mark_of_a_version_makes_no_other_version() =>
        Assert.Null(VersionNeed.Weakened(TinyElf.Library(Needed, [(TinyElf.Symbol, Ours), ("_ZNSt6vectorIiE4pushEv", Ours | 0x8000)], relocated: [])));

    [Theory]
    [InlineData(4)]
    [InlineData(9)]
    public void Version_of_a_symbol_that_a_relocation_names_stays_as_it_is(uint relocations) =>
        Assert.Null(VersionNeed.Weakened(TinyElf.Library(Needed, [("memcpy", Other), (TinyElf.Symbol, Ours)], relocated: [1, 2], relocations)));

    [Fact]
    public void Library_that_does_not_need_the_version_stays_as_it_is() =>
        Assert.Null(VersionNeed.Weakened(TinyElf.Library(["GLIBCXX_3.4.30", "GLIBCXX_3.4.33"], [(TinyElf.Symbol, Ours)], relocated: [])));

    [Fact]
    public void Library_that_ends_early_is_left_alone()
    {
        byte[] library = Good;
        for (int length = 0; length < library.Length; length++)
            Assert.Null(VersionNeed.Weakened(library[..length]));
    }

    // Whatever one byte is: the search ends, throws nothing and changes at most the flag.
    [Fact]
    public void Library_with_any_byte_altered_is_left_alone_or_becomes_weak()
    {
        byte[] library = Good;
        for (int at = 0; at < library.Length; at++)
            foreach (byte flip in (byte[])[0x01, 0x80, 0xff])
            {
                byte[] altered = [.. library];
                altered[at] ^= flip;
                if (VersionNeed.Weakened(altered) is { } weakened)
                    Assert.InRange(Changes(altered, weakened).Length, 0, 1);
            }
    }

    [Fact]
    public void What_is_no_library_is_left_alone()
    {
        Assert.Null(VersionNeed.Weakened([]));
        Assert.Null(VersionNeed.Weakened("MZ, a library of another system"u8.ToArray()));
        byte[] narrow = Good, bigEndian = Good;
        narrow[4] = 1;
        bigEndian[5] = 2;
        Assert.Null(VersionNeed.Weakened(narrow));
        Assert.Null(VersionNeed.Weakened(bigEndian));
    }

    static int[] Changes(byte[] before, byte[] after)
    {
        Assert.Equal(before.Length, after.Length);
        return [.. before.Zip(after).Where(pair => pair.First != pair.Second).Select(pair => pair.First ^ pair.Second)];
    }
}
