namespace ParityNet.Cli.Training;

/// <summary>A column of finite numbers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">One number per row.</param>
sealed record NumberColumn(string Name, double[] Values) : Column(Name)
{
    /// <summary>Whether all values are integers with few distinct ones, like class labels.</summary>
    public bool LooksLikeLabels => Values.All(double.IsInteger) && Values.Distinct().Count() <= TrainOptions.MostLabels;
}
