using ParityNet.Activations;
using ParityNet.Definitions.Engine;

namespace ParityNet.Definitions.Activations;

// eˣ/Σ eˣ
sealed class SoftmaxDefinition : RowActivationDefinition<Softmax>
{
    protected override R[] Row<R>(Exponentials<R> x) => Array.ConvertAll(x.Powers, Factor<R>.Over(x.Sum).Apply);

    // With m = Σ w·p, the sum Σ (w − m)·p is 0, so it does not depend on the divisor of p: its derivatives are (w − m)·p.
    protected override R[] Paired<R>(Exponentials<R> x, R[] weights)
    {
        R[] shares = Array.ConvertAll(x.Powers, Factor<R>.Over(R.Detach(x.Sum)).Apply);
        R mean = R.Detach(Exponentials<R>.SumOf(Exponentials<R>.Product(weights, shares)));
        // libtorch's kernels compute p·(w − m), with p rounded first (aten/src/ATen/native/cpu/SoftMaxKernel.cpp, _vec_softmax_backward).
        R[] apart = Array.ConvertAll(weights, w => w - mean);
        return
        [
            .. base.Paired(x, weights),
            Exponentials<R>.SumOf(Exponentials<R>.Product(shares, apart)),
            x.Along(Exponentials<R>.Product(Array.ConvertAll(shares, R.Detach), apart)),
        ];
    }
}
