using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Special functions.</summary>
    public static partial class special
    {
        /// <summary>The entropy <c>−x ln x</c> of each element; 0 at 0. <c>aten::special_entr</c>.</summary>
        public static Tensor entr(Tensor input) => Aten.special_entr.Call(input);
    }
}
