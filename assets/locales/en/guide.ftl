### Steps that every case has besides those of its guide, and whom else there is to turn to.

step-advance-title = Go on to: { $stage }
step-advance-why = Everything before it is done, or you have said why it was skipped.
step-close-case-title = Close the case
step-close-case-why = Only with its outcome and the amount recovered on record is it over. Without a written conclusion it can be closed, too; say why.

role-police = Police
role-court = Court
role-association = Industry association
role-mediator = Mediator

because-screen = The screen says “{ $said }”
because-code = The response code is { $code }
because-about-fee = It is about a fee taken from the shop
because-about-principal = It is about money the customer paid
because-about-service = It is about the terminal or the service
