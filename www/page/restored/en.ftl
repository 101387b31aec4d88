### English: what can only be met after opening a link or a file.

problem-too_large = This is too much: enter one person’s bills at a time
problem-not_json = This cannot be read; please enter it again
problem-repeated_key = The same entry stands twice; keep one of them
problem-not_an_object = This is not of the right form; please enter it again
problem-not_a_list = Several choices are expected here; please choose again
problem-not_a_string = This is not of the right form; please enter it again
problem-not_yes_no = Answer yes, no, or “I don’t know”
problem-unknown_key = There is no entry “{ $key }”
problem-unknown_region = The rules of this place are not on file yet
problem-unknown_fact = There is no question “{ $fact }”
problem-misplaced_fact = “{ $fact }” stands in the wrong place
problem-unknown_programme = There is no benefit “{ $programme }” here
problem-unknown_value = There is no figure “{ $value }” here
problem-unknown_reading = There is no reading “{ $reading }” here
problem-repeated_id = Two bills have the same number; remove one and enter it again
problem-repeated_member = The same choice was made twice
restored-unreadable = What is in this link or file cannot be read; perhaps it was not copied whole. Please begin anew, or ask for it to be sent again.
restored-region = The area given there (code { $region }) is not covered yet; please choose again.
restored-newer = This was saved by a newer version of this page, and some of it may not have come along. Please check your answers.
restored-lost = { $n ->
    [one] One entry was not recognised and has not come along.
   *[other] { $n } entries were not recognised and have not come along.
 } Please check your answers.
restored-changed = The rules on file here have changed since these answers were saved: amounts may differ from then.
