using ParityNet.Parity.Cases;
using ParityNet.Parity.Known;
using ParityNet.Parity.Verdicts;
using Xunit;

namespace ParityNet.Parity.Tests;

/// <summary>Shrunk cases of blind seeds on which a backend, an enclosure or a verdict was wrong once.</summary>
public sealed class BlindSeedTests
{
    public static TheoryData<string> Requests =>
    [
        """{"op":"loss","dtype":"float32","name":"binary_cross_entropy_with_logits","options":{"base":"bits","reduction":"none"},"inputs":{"input":{"shape":[1,1],"data":["-Infinity"]},"target":{"shape":[1,1],"data":[2.0]}},"grad":["input"]}""",
        """{"op":"loss","dtype":"float64","name":"categorical_hinge","options":{"reduction":"none"},"inputs":{"input":{"shape":[1,2],"data":[-5E-324,-0.0]},"target":{"shape":[1,2],"data":[0.5,0.0]}},"grad":["input"]}""",
        """{"op":"loss","dtype":"float64","name":"cosine_embedding_loss","options":{"margin":0.0,"reduction":"mean"},"inputs":{"input1":{"shape":[1,1],"data":[25836.0]},"input2":{"shape":[1,1],"data":[-2.2250738585072014E-308]},"target":{"shape":[1],"data":[1.0]}},"grad":["input1"]}""",
        """{"op":"loss","dtype":"float32","name":"ctc_loss","options":{"blank":0,"zero_infinity":true,"reduction":"none"},"inputs":{"input_lengths":{"dtype":"int64","shape":[1],"data":[6]},"log_probs":{"shape":[6,1,4],"data":[0.0,0.0,0.0,0.0,-2.0282408E+31,0.0,0.0,0.0,-3.4028235E+38,0.0,0.0,0.0,2.0,-0.86054343,-3.1432312,-1.2036244,-3.084273,-1E-45,-1.729207,"NaN",-3.888099,2.0,-0.09987779,-2.4558187]},"target_lengths":{"dtype":"int64","shape":[1],"data":[0]},"targets":{"dtype":"int64","shape":[0],"data":[]}},"grad":["log_probs"]}""",
        """{"op":"loss","dtype":"float64","name":"ctc_loss","options":{"blank":0,"zero_infinity":false,"reduction":"none"},"inputs":{"input_lengths":{"dtype":"int64","shape":[1],"data":[5]},"log_probs":{"shape":[5,1,1],"data":[-1.9958403095347196E+292,0.0,-1.7976931348623157E+308,0.0,1.0]},"target_lengths":{"dtype":"int64","shape":[1],"data":[0]},"targets":{"dtype":"int64","shape":[1,1],"data":[0]}},"grad":["log_probs"]}""",
        """{"op":"loss","dtype":"float64","name":"poly_loss_cross_entropy","options":{"epsilon":0.1,"reduction":"mean"},"inputs":{"input":{"shape":[3,2],"data":[0.0,0.0,3.3753984473152308,-0.6044822896355635,0.0,0.0]},"target":{"dtype":"int64","shape":[3],"data":[1,1,1]}},"grad":["input"]}""",
        """{"op":"optimizer","dtype":"float64","name":"clip_grad_norm","options":{"optimizer":{"name":"sgd","options":{"lr":0.1,"momentum":0.9,"dampening":0.0,"weight_decay":0.0,"nesterov":false,"maximize":false,"momentum_form":"buffer"}},"max_norm":2.0,"norm_type":1.0,"error_if_nonfinite":false,"eps":1E-06,"per_tensor":false},"params":[{"shape":[5],"data":[3.1527101355605813,"NaN",-0.5,-1.5,-3.808642405697463]}],"grads":[[{"shape":[5],"data":[1.046395124205339E+298,-1.722646806835117,0.5,-1.6674103807085139,1.7976931348623155E+308]}]],"state":true,"from":{"step":9,"momentum_buffer":[{"shape":[5],"data":[0.15957894770444536,-2.11509877858102,3.7284092967409705,0.9461602773553839,-1.5120986321788497]}]}}""",
        """{"op":"activation","dtype":"float64","name":"celu","options":{"alpha":-1.5},"inputs":{"input":{"shape":[1],"data":[-1857.0]}},"grad":["input"],"cotangent":{"shape":[1],"data":[1.8342592821812278E-16]}}""",
        """{"op":"optimizer","dtype":"float32","name":"rprop","options":{"lr":0.1,"etas":[0.5,3.0],"step_sizes":[0.01,50.0],"weight_decay":0.01,"maximize":true},"params":[{"shape":[1],"data":[1E-45]}],"grads":[[{"shape":[1],"data":[0.0]}]],"state":true,"from":{"step":0,"prev":[{"shape":[1],"data":[0.0]}],"step_size":[{"shape":[1],"data":[0.0]}]}}""",
        """{"op":"loss","dtype":"float32","name":"binary_cross_entropy_with_logits","options":{"base":"bits","reduction":"none"},"inputs":{"input":{"shape":[3],"data":[-3.4028235E+38,3.4028235E+38,0.5]},"pos_weight":{"shape":[3],"data":[3.5006857,3.5,0.5]},"target":{"shape":[3],"data":["-Infinity","-Infinity","Infinity"]}},"grad":["input","target"]}""",
    ];

    [Theory, MemberData(nameof(Requests))]
    public void What_a_blind_seed_found_is_explained(string request)
    {
        var judge = new Judge(Backends.Native, Backends.RequireTorch(), KnownDifferences.All);
        Judgement judged = CaseReader.Read(request) is Case<float> single ? judge.Of(single) : judge.Of((Case<double>)CaseReader.Read(request));
        Assert.True(judged.Holds, $"{judged.Outside}");
        Assert.Equal(0, judged.FirstRemarks.Overflows + judged.FirstRemarks.Underflows);
    }
}
