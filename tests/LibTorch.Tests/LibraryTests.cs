using Xunit;
using static TorchSharp.torch;

namespace ParityNet.LibTorchTests;

public sealed class LibraryTests
{
    public LibraryTests() => SystemLibTorch.Need();

    [Fact]
    public void The_version_is_two_numbers_or_more() => Assert.True(Version.TryParse(__version__.Split('+')[0], out _));

    [Fact]
    public void A_seed_makes_a_generator_that_remembers_it() => Assert.Equal(7, manual_seed(7).initial_seed());

    [Fact]
    public void The_number_of_threads_can_be_set()
    {
        int before = get_num_threads();
        set_num_threads(1);
        Assert.Equal(1, get_num_threads());
        set_num_threads(before);
    }
}
