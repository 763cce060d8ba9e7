namespace ParityNet;

/// <summary>How the losses of elements or rows are reduced to the result.</summary>
public enum Reduction
{
    /// <summary>Their mean: the sum times 1/N; for class losses with weights, the sum divided by the sum of the weights.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>No reduction: one loss per element or row.</summary>
    None,

    /// <summary>Their sum divided by the length of the first dimension; only for the Kullback–Leibler divergence.</summary>
    BatchMean,
}
