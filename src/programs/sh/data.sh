# shellcheck shell=sh disable=SC2034 # the other files use it
# What the exchange is, what it is asked, and what its answers mean.

# [[data]]
about='Northwind: does this API key work, and can it do only what "Read only" needs?'
page='https://guides.example/northwind/'
base_variable=NORTHWIND_API_BASE
base=${NORTHWIND_API_BASE:-'https://api.northwind.example'}
bases='https://api.northwind.example'
secret_form=text
tolerance=30

text_arguments='This program takes no arguments.'
text_asking='Asking %s …'
text_bad_base='What stands in %s is no address of the exchange.'
text_bad_number='Start again, and type one of the numbers.'
text_cannot_sign='This computer could not sign with that key.'
text_certificate='The certificate of %s could not be checked.'
text_clock='Clock'
text_clock_ahead='this computer is %s seconds ahead'
text_clock_behind='this computer is %s seconds behind'
text_clock_right='right'
text_empty='%s is empty.'
text_hidden='%s (stays hidden)'
text_line_inside='There is a line break inside %s.'
text_needs_tool='This program needs %s.'
text_no_answer='No answer from %s.'
text_no_json='What answered at %s is not the API.'
text_number='Number'
text_pasted='More than one line was pasted for %s.'
text_read_more='More: %s'
text_no='no'
text_redirected='The answer points elsewhere (status %s).'
text_refused='The request was refused (status %s).'
text_rights_hidden='Look on the website.'
text_same='%s is the same as another value.'
text_space_at_end='Careful: %s begins or ends with a space.'
text_spaces_removed='Careful: a space around %s was taken off.'
text_strange_answer='The answer is not what is documented (status %s).'
text_strange_inside='There is a space inside %s.'
text_swapped='What was given for %s looks like another value.'
text_trouble='The exchange has trouble (status %s).'
text_unknown_error='This error is not on our list. What is: %s'
text_untold='the answer does not say'
text_which_site='On which site is your account?'
text_wrong_secret='This secret cannot be one for this kind of key.'

places() { # where the account is, address of the API
  place 'everywhere' 'https://api.northwind.example'
}

credentials() { # label, what the environment holds of it
  ask 'Key' "${NORTHWIND_API_KEY:-}"
  key=$answer
  unset NORTHWIND_API_KEY
  ask 'Secret' "${NORTHWIND_API_SECRET:-}"
  secret=$answer
  unset NORTHWIND_API_SECRET
  ask_line 'Passphrase' "${NORTHWIND_API_PASSPHRASE:-}"
  passphrase=$answer
  unset NORTHWIND_API_PASSPHRASE
}

repeats() { # whether a text holds what was typed
  case $(as_shown "$1") in *"$(as_shown "$key")"* | *"$(as_shown "$secret")"* | *"$(as_shown "$passphrase")"*) true ;; *) false ;; esac
}

forms() { # a value, its label and its form; another value and its form
  differ "$key" 'Key'
  compare "$secret" 'Secret' '' "$key" '^[0-9a-f]{32}$'
  differ "$passphrase" 'Passphrase'
  compare "$passphrase" 'Passphrase' '' "$key" '^[0-9a-f]{32}$'
}

requests() { # method, path, what stands before it; what a good answer holds
  if send GET '/private' '' && finds 'code' is '0'; then judge; else fail refused; fi
}

judge() { # tests on the last answer; row or outcome, each with what is said around what was found
  judged=yes
  finds 'data\.perm' others 'read' && put look '' ''
}

rows() { # name, label, what stands there where judge tells nothing of it
  row works 'Works' 'yes'
}

outcomes() { # name, exit status, last line, what stands before its lines where they stand in one; the
  # first that was met decides
  outcome refused 1 'Not proved.'
  outcome look '' '' 'Look at: '
  outcome else 0 'As it should be for: Read only'
}

errors() { # signs of each error; its place on the page, and why it happens
  if has text 'Your IP ' ' is not listed' || has code 'BAD_IP' || has status 403; then
    because 'error-ip' 'The key is bound to other addresses.'
  else
    return 1
  fi
}
# [[/data]]
