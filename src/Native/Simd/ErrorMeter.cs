namespace ParityNet.Native.Simd;

/// <summary>Holds a <c>float</c> function against its true values.</summary>
abstract class ErrorMeter
{
    public static ErrorMeter Of(ElementaryFunction function) => function switch
    {
        ElementaryFunction.Exp => new For<Exp>(Math.Exp),
        ElementaryFunction.Expm1 => new For<Expm1>(Truth.Expm1),
        ElementaryFunction.Log => new For<Log>(Math.Log),
        ElementaryFunction.Log1p => new For<Log1p>(Truth.Log1p),
        ElementaryFunction.Tanh => new For<Tanh>(Math.Tanh),
        ElementaryFunction.Sigmoid => new For<Sigmoid>(Truth.Sigmoid),
        ElementaryFunction.Softplus => new For<Softplus>(Truth.Softplus),
        ElementaryFunction.LogSigmoid => new For<LogSigmoid>(x => -Truth.Softplus(-x)),
        ElementaryFunction.Erf => new For<Erf>(Truth.Own<Erf>),
        ElementaryFunction.NormalCdf => new For<NormalCdf>(Truth.Own<NormalCdf>),
        ElementaryFunction.NormalPdf => new For<NormalPdf>(Truth.Own<NormalPdf>),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, $"function must be a defined ElementaryFunction: got {function}."),
    };

    public abstract ErrorCount Weigh(float[] inputs);

    /// <summary>The error of <paramref name="result"/> in units in the last place of a <c>float</c> at <paramref name="truth"/>.</summary>
    public static double Ulp(float result, double truth)
    {
        float nearest = (float)truth;
        if (BitConverter.SingleToUInt32Bits(result) == BitConverter.SingleToUInt32Bits(nearest) && !float.IsFinite(nearest) || (float.IsNaN(result) && float.IsNaN(nearest)))
            return 0;
        if (!float.IsFinite(result) || !double.IsFinite(truth) || float.IsNegative(result) != double.IsNegative(truth))
            return double.PositiveInfinity;
        return Math.Abs(result - truth) / Math.ScaleB(1, Math.Clamp(Math.ILogB(truth), -126, 127) - 23);
    }

    sealed class For<F>(Func<double, double> truth) : ErrorMeter where F : struct, IElementary
    {
        public override ErrorCount Weigh(float[] inputs)
        {
            var results = new float[inputs.Length];
            Maps.Apply<float, F>(inputs, results, Plan.Best with { Threads = 1 });
            double worst = -1;
            float worstInput = 0;
            long correct = 0;
            for (int i = 0; i < inputs.Length; i++)
            {
                double exact = truth(inputs[i]);
                if (results[i].Equals((float)exact))
                    correct++;
                double ulp = Ulp(results[i], exact);
                if (ulp > worst)
                    (worst, worstInput) = (ulp, inputs[i]);
            }
            return new(worst, worstInput, correct);
        }
    }
}
