using ParityNet.Layers;

namespace ParityNet.Models;

/// <summary>A dropout layer of a model.</summary>
/// <param name="Name">Its name, for example <c>0.dropout</c>.</param>
/// <param name="Dropout">The layer.</param>
/// <param name="Width">The number of elements per example that it masks.</param>
public sealed record MaskInfo(string Name, Dropout Dropout, int Width);
