using TorchSharp;
using static ParityNet.TorchTests.Libtorch;

namespace ParityNet.TorchTests;

/// <summary>What libtorch refuses is passed on as one sentence.</summary>
public class RefusalTests
{
    [Theory]
    [InlineData("all elements of target should be between 0 and 1\nException raised from f at /pytorch/aten/x.cpp:12 (most recent call first):\nframe #0: 0x7ff83c3461a0", "all elements of target should be between 0 and 1.")]
    [InlineData("lambda must be greater or equal to 0, but found to be -0.5. Another sentence.", "lambda must be greater or equal to 0, but found to be -0.5.")]
    [InlineData("x INTERNAL ASSERT FAILED at \"/pytorch/aten/src/ATen/x.cpp\":12, please report a bug to PyTorch.", "x INTERNAL ASSERT FAILED, please report a bug to PyTorch.")]
    [InlineData("freed at 0x7ff83c3461a0 already", "freed at already.")]
    public void A_message_is_cut_to_its_first_sentence_without_places(string message, string sentence) => Assert.Equal(sentence, Refusal.Sentence(message));

    [Fact]
    public void A_refusal_of_libtorch_names_it_and_has_no_stack()
    {
        Backend();
        var refused = Assert.Throws<InvalidOperationException>(() => Refusal.Named(() => torch.zeros(1).reshape(3).dim()));
        Assert.Equal("libtorch refuses: shape '[3]' is invalid for input of size 1.", refused.Message);
        Assert.Null(refused.InnerException);
    }

    [Fact]
    public void Info_names_the_libraries_the_capability_and_the_threads()
    {
        BackendInfo info = Backend().Info;
        Assert.Matches(@"^TorchSharp 0\.\d+\.\d+; libtorch 2\.\d+\.\d+; MKL ", info.Build);
        Assert.Contains(info.InstructionSets.Single(), (string[])["default", "avx2", "avx512"]);
        Assert.True(info.Threads >= 1);
    }
}
