namespace Portal.Returns.Policies.Proof;

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>Must be mended before the policy is published.</summary>
    Error,

    /// <summary>Works, but probably not as meant; or could not be proved.</summary>
    Warning,

    /// <summary>Good to know.</summary>
    Info,
}
