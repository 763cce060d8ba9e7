namespace TorchSharp.Interop;

/// <summary>What an argument of an operator holds; the values are those of <c>pn_tag</c>.</summary>
enum ArgumentTag
{
    None = 1,
    Tensor = 2,
    TensorList = 3,
    Int = 4,
    IntList = 5,
    Double = 6,
    Bool = 7,
    String = 8,
}
