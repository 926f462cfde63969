namespace Portal.Returns.Policies.Proof;

/// <summary>A market of the site, as a policy is checked for it.</summary>
/// <param name="Code">ISO 3166-1 alpha-2 code.</param>
/// <param name="Currency">What its orders are paid in.</param>
/// <param name="ZoneId">IANA zone of its deadlines.</param>
public sealed record ProofMarket(string Code, Currency Currency, string ZoneId);
