namespace ParityNet;

/// <summary>How the losses of elements or rows become the result.</summary>
public enum Reduction
{
    /// <summary>Their mean: the sum times 1/N; weighted class losses divide by the sum of the weights.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>No reduction: every loss by itself.</summary>
    None,

    /// <summary>Their sum divided by the length of the first dimension; Kullback–Leibler divergence alone.</summary>
    BatchMean,
}
