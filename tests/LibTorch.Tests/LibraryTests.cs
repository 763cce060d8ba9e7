using Xunit;
using static TorchSharp.torch;

namespace ParityNet.LibTorchTests;

public sealed class LibraryTests
{
    public LibraryTests() => SystemLibTorch.Need();

    [Fact]
    public void The_version_is_two_numbers_or_more() => Assert.True(Version.TryParse(__version__.Split('+')[0], out _));
}
