namespace ParityNet.Cli.Training;

/// <summary>A column of finite numbers.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">One number a row.</param>
sealed record NumberColumn(string Name, double[] Values) : Column(Name)
{
    /// <summary>Whether all are integers of which there are few, as class labels are.</summary>
    public bool LooksLikeLabels => Values.All(double.IsInteger) && Values.Distinct().Count() <= TrainOptions.MostLabels;
}
