using ParityNet.Definitions.Numbers;
using static ParityNet.Definitions.Problems.Integers;

namespace ParityNet.Definitions.Problems;

/// <summary>A regression model: the residuals are the model at x less the response y.</summary>
abstract class NistModel(DecimalNumber[] x, DecimalNumber[] y) : IVectorFormula
{
    public R[] Values<R>(R[] b) where R : struct, IReal<R> => Each(0, y.Length - 1, i => Model(b, x[i].Of<R>()) - y[i].Of<R>());

    protected abstract R Model<R>(R[] b, R x) where R : struct, IReal<R>;
}
