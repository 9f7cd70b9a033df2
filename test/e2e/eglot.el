;; emacs -Q --batch -l eglot.el SERVER_JS MEMO     One line a test, as nvim.lua.  -*- lexical-binding: t; coding: utf-8 -*-
(require 'eglot)
(require 'flymake)
(setq backtrace-on-error-noninteractive nil)
(set-language-environment "UTF-8")
(defvar failed 0)
(defun check (name ok &optional detail)
  (unless ok (cl-incf failed))
  (princ (format "%s\t%s\t%s\n" (if ok "ok" "FAIL") name
                 (replace-regexp-in-string "[\t\n]" " " (format "%s" (or detail ""))))))
(defmacro wait-for (form)
  `(let ((end (+ (float-time) 10)) value)
     (while (and (not (setq value ,form)) (< (float-time) end)) (accept-process-output nil 0.05))
     value))
;; Emacs 30 ships no markdown-mode; eglot takes the language id from the mode's name.
(unless (fboundp 'markdown-mode) (define-derived-mode markdown-mode text-mode "Markdown"))
(setq eglot-sync-connect 10 eglot-autoshutdown nil eglot-confirm-server-edits nil
      eglot-events-buffer-config '(:size 0) make-backup-files nil create-lockfiles nil)

(defun findings (pattern)
  "The diagnostics whose message or marked text matches PATTERN."
  (flymake-start)
  (seq-filter (lambda (d)
                (string-match-p pattern
                                (concat (flymake-diagnostic-text d) " "
                                        (buffer-substring (flymake-diagnostic-beg d) (flymake-diagnostic-end d)))))
              (flymake-diagnostics)))
(defun missing (element)
  "The findings that ELEMENT is missing as a whole."
  (seq-filter (lambda (d) (string-match-p "E01" (flymake-diagnostic-text d))) (findings element)))
(defun all-messages () (mapconcat #'flymake-diagnostic-text (flymake-diagnostics) " | "))

(let* ((server-js (expand-file-name (pop command-line-args-left)))
       (buffer (find-file-noselect (pop command-line-args-left)))
       (element "causation\\|因果关系"))
  (with-current-buffer buffer
    (markdown-mode)
    (eglot 'markdown-mode (cons 'transient default-directory) 'eglot-lsp-server
           (list "node" server-js "--stdio") "markdown")
    (let ((server (eglot-current-server)))
      (check "starts and initializes the server" (and server (jsonrpc-running-p server) (eglot-managed-p)))
      (check "shows the missing element" (wait-for (missing element)) (all-messages))
      (let ((d (car (findings "第一百三十八条"))))
        (check "marks exactly the wrong citation"
               (and d (string-match-p "\\`[^，。]*第一百三十八条[^，。]*\\'"
                                      (buffer-substring (flymake-diagnostic-beg d) (flymake-diagnostic-end d))))
               (if d (buffer-substring (flymake-diagnostic-beg d) (flymake-diagnostic-end d)) (all-messages))))
      (goto-char (point-min)) (search-forward "第三十八条第二")
      (let* ((hover (jsonrpc-request server :textDocument/hover (eglot--TextDocumentPositionParams)))
             (contents (plist-get hover :contents))
             (text (or (and (listp contents) (plist-get contents :value)) "")))
        (check "shows the law on hover" (string-match-p "关系消费者生命健康的商品或者服务" text)
               (substring text 0 (min 60 (length text)))))
      (let* ((d (car (missing element)))
             (beg (if d (flymake-diagnostic-beg d) (point-min)))
             (actions (eglot-code-actions beg (if d (flymake-diagnostic-end d) beg) "quickfix" nil))
             (action (seq-find (lambda (a) (string-match-p element (plist-get a :title))) actions)))
        (check "offers the quick fix" action (mapconcat (lambda (a) (plist-get a :title)) actions " | "))
        (when action (eglot-execute server action)))
      (check "applies the quick fix" (string-match-p "^#+ .*因果关系" (buffer-string)))
      (eglot--signal-textDocument/didChange) ; else sent by an idle timer, and --batch never idles
      ;; Others may come: the section is there, but not yet filled in.
      (check "the element is missing no longer" (wait-for (not (missing element))) (all-messages))
      (set-buffer-modified-p nil)
      (eglot-shutdown server nil 5)
      (check "stops the server" (not (jsonrpc-running-p server)))))
  (kill-emacs (if (zerop failed) 0 1)))
