namespace TorchSharp;

public static partial class torch
{
    /// <summary>What networks are built from.</summary>
    public static partial class nn
    {
        /// <summary>How element losses become the result; the values are libtorch's.</summary>
        public enum Reduction : long
        {
            /// <summary>They stay as they are.</summary>
            None = 0,

            /// <summary>Their mean.</summary>
            Mean = 1,

            /// <summary>Their sum.</summary>
            Sum = 2,
        }
    }
}
